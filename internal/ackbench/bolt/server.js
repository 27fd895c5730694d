'use strict';
// A slash command with @slack/bolt's own HTTP receiver that acknowledges and does nothing else.
const { App, HTTPReceiver, LogLevel } = require('@slack/bolt');

const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  endpoints: ['/slack/commands'],
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  // No call of Slack's Web API: neither auth.test at the start nor at a request.
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' }),
});
app.command('/check', async ({ ack }) => {
  await ack('ok');
});

(async () => {
  const server = await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
  console.log(`listening ${server.address().port}`);
})();
