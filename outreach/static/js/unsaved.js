// Unsaved text: a form with data-guard asks before one leaves it unsent. And while any form is sent, its button says what
// happens and a second press does nothing.
(() => {
  const changed = new Set();
  addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.hasAttribute("data-guard")) changed.add(form);
  });
  // A file over the limit is not sent: its refusal would cost the text beside it.
  addEventListener("change", ({ target }) => {
    const most = target.dataset.most;
    const over = target.files?.[0]?.size > most * 1e6;
    target.setCustomValidity?.(over ? `This file has more than ${most} MB. Choose a smaller one.` : "");
    if (!over) return;
    target.value = "";
    target.reportValidity();
  });
  addEventListener("submit", (event) => {
    const form = event.target;
    changed.delete(form);
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.classList.contains("is-busy")) event.preventDefault();
    else form.classList.add("is-busy");
    setTimeout(() => form.classList.remove("is-busy"), 8000); // a download leaves the page where it is
  });
  addEventListener("pageshow", () => {
    document.querySelectorAll(".is-busy").forEach((form) => form.classList.remove("is-busy"));
  });
  addEventListener("beforeunload", (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });
})();
