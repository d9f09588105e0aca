/**
 * Leaving quickly: a button, or Shift three times. The screen empties first; then the answers are erased and
 * a neutral site takes this page's place in the history.
 */

/** Calls back at the third Shift within five seconds, if no other key came between. */
export function onShiftThrice(target: EventTarget, act: () => void): void {
  let times: number[] = [];
  target.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key !== "Shift") times = [];
  });
  target.addEventListener("keyup", (event) => {
    const { key, timeStamp } = event as KeyboardEvent;
    if (key !== "Shift") return;
    times = [...times.filter((time) => timeStamp - time < 5000), timeStamp];
    if (times.length >= 3) {
      times = [];
      act();
    }
  });
}

export interface LeavePorts {
  exitUrl: string;
  /** Forgets everything in this tab. */
  forget(): void;
  /** Asks the server to erase; must outlive the page. */
  eraseOnServer(): void;
}

/** Empties the screen at once, erases, and goes. Inside another site the whole site is left. */
export function leave(ports: LeavePorts): void {
  document.documentElement.hidden = true;
  document.title = "";
  ports.eraseOnServer();
  ports.forget();
  if (window.parent === window) return location.replace(ports.exitUrl);
  window.parent.postMessage({ clearline: "leave" }, "*");
  try {
    window.top?.location.replace(ports.exitUrl);
  } catch {
    // The host page's loader does it instead.
  }
}
