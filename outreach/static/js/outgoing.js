// The letter that is about to leave is selected when its page opens, ready to be copied by key.
document.querySelector("textarea[data-selected]")?.select();
