// Copy: <button data-copies="id"> puts the value or the text of that element on the clipboard, and says so.
addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copies);
  const say = (words) => { document.getElementById("live").textContent = words; };
  try {
    await navigator.clipboard.writeText("value" in source ? source.value : source.innerText);
    const words = button.lastChild;
    const before = words.textContent;
    words.textContent = "Copied";
    say("Copied");
    setTimeout(() => { words.textContent = before; }, 2000);
  } catch {
    getSelection().selectAllChildren(source);
    if (source.select) source.select();
    say("Not copied: the browser refused. The text is selected; copy it with Ctrl C.");
  }
});
