package slackfake

// The limits, each with the page that gives it. Pages under block-kit are below
// https://docs.slack.dev/reference/block-kit/. What Slack's pages leave open is said so.
const (
	maxMessageBlocks = 50    // blocks
	maxViewBlocks    = 100   // blocks
	maxBlockText     = 13000 // not on a page: msg_blocks_too_long came at about 13,200, https://github.com/slackapi/bolt-js/issues/2509
	maxMessageText   = 40000 // https://docs.slack.dev/reference/methods/chat.postMessage, where Slack cuts instead
	maxMarkdownArg   = 12000 // the same page, markdown_text

	maxText        = 3000  // composition-objects/text-object
	maxSectionText = 3000  // blocks/section-block
	maxFields      = 10    // blocks/section-block
	maxFieldText   = 2000  // blocks/section-block
	maxHeader      = 150   // blocks/header-block
	maxActions     = 25    // blocks/actions-block
	maxContext     = 10    // blocks/context-block
	maxFeedback    = 5     // blocks/context-actions-block
	maxInputLabel  = 2000  // blocks/input-block, label and hint
	maxImageURL    = 3000  // blocks/image-block
	maxAltText     = 2000  // blocks/image-block, alt_text and title
	maxMarkdown    = 12000 // blocks/markdown-block, all of a message together
	maxContainer   = 10    // blocks/container-block
	maxTitle       = 150   // blocks/container-block

	maxTableRows     = 100   // blocks/table-block
	maxTableCells    = 20    // blocks/table-block, in a row; as many column_settings
	maxTableText     = 10000 // blocks/table-block, all of a message together
	maxDataTableRows = 201   // blocks/data-table-block, with its header
	maxDataTableText = 20000 // blocks/data-table-block

	maxID              = 255  // blocks: block_id; interactivity: action_id; views: callback_id, external_id
	maxButtonText      = 75   // block-elements/button-element, also accessibility_label
	maxButtonValue     = 2000 // block-elements/button-element
	maxURL             = 3000 // block-elements/button-element
	maxOptions         = 100  // block-elements/select-menu-element, also groups and options in each
	maxChoices         = 10   // block-elements/checkboxes-element, radio-button-group-element
	maxOverflow        = 5    // block-elements/overflow-menu-element
	maxOptionText      = 75   // composition-objects/option-object, text and description
	maxOptionValue     = 75   // composition-objects/option-object; one of Slack's SDKs says 150
	maxPlaceholder     = 150  // block-elements/plain-text-input-element and the others
	maxInputLength     = 3000 // block-elements/plain-text-input-element
	maxInputFiles      = 10   // block-elements/file-input-element
	maxConfirmTitle    = 100  // composition-objects/confirmation-dialog-object
	maxConfirmText     = 300  // the same
	maxConfirmButton   = 30   // the same
	maxViewTitle       = 24   // https://docs.slack.dev/reference/views/modal-views, also submit and close
	maxPrivateMetadata = 3000 // https://docs.slack.dev/reference/views/modal-views
	maxViewBytes       = 250 * 1000
	maxViewStack       = 3 // https://docs.slack.dev/surfaces/modals

	maxSocketAck   = 20480 // bytes, at which Slack drops an acknowledgement without a word
	maxConnections = 10    // https://docs.slack.dev/apis/events-api/using-socket-mode
)

// surface is where blocks are shown.
type surface string

const (
	onMessage surface = "message"
	onModal   surface = "modal"
	onHome    surface = "home"
)
