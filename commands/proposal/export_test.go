package proposal

// Decided is decided.
var Decided = decided
