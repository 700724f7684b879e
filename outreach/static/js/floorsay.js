// Says in floor mode how many notes are on this phone only and why, and since when the cards stand.
self.floorSay = (() => {
  const status = document.getElementById("floor-status");
  const asOf = status.textContent;
  return async (owner, state) => {
    const left = (await floorStore.all((one) => one === owner)).length;
    const there = `${left === 1 ? "1 note is" : `${left} notes are`} on this phone`;
    const words = {
      "signed-out": `You were signed out. ${there}; sign in to send ${left === 1 ? "it" : "them"}.`,
      "somebody-else": `${there}, of another account or workspace: open that one to send them.`,
      waiting: `${there}, not sent yet. They are sent when there is network.`,
      sent: left ? `${there} and could not be kept. The reason stands beside each.` : "",
    }[left ? state : "sent"];
    status.textContent = `${words} ${navigator.onLine ? "" : "No network. "}${asOf}`.trim();
    document.getElementById("floor-sign-in").hidden = !left || state !== "signed-out";
  };
})();
