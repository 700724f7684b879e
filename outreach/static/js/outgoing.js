// The letter that is about to leave is selected as soon as one goes into it, ready to be copied by key.
document.querySelectorAll("[data-selects]").forEach((one) => one.addEventListener("focus", () => one.select()));
