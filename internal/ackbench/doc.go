// Package ackbench compares what an acknowledged slash command costs samspil serve, which looks the company up and
// stores its lines before it acknowledges, and @slack/bolt, which here only acknowledges. It is no part of the product:
// make bench-ack runs it, and the folder bolt holds the other side.
package ackbench
