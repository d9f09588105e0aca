/**
 * Hands something from a page to the next through the service worker's memory: a reload keeps it, and it is never written
 * to the device. The browser ends an idle worker after about half a minute, and with it what nobody took.
 */
const answerMs = 3_000;

export interface Held {
  /** What the short form goes on with. */
  form: {
    /** The code of a slip that the person may not have yet. */
    slip?: string;
    /** Lines of a form that could not be sent. */
    typed?: Record<string, string>;
  };
  /** The turn of a form that goes to the server at this moment. */
  sending: string;
  lock: { mark: string; covered: boolean; verifier: Verifier };
}

/** What a PIN is held against; the key can be used and not read. */
export interface Verifier {
  salt: string;
  rounds: number;
  key: CryptoKey;
  tag: ArrayBuffer;
}

const worker = () => ("serviceWorker" in navigator ? navigator.serviceWorker.controller : null);

/** Leaves it for the next page; undefined takes it back. */
export function put<K extends keyof Held>(slot: K, value: Held[K] | undefined): void {
  const at = worker();
  if (at) at.postMessage({ put: slot, value }, []);
}

/** What the page before left, once. */
export function take<K extends keyof Held>(slot: K): Promise<Held[K] | undefined> {
  return new Promise((resolve) => {
    const at = worker();
    if (!at) return resolve(undefined);
    const late = setTimeout(() => resolve(undefined), answerMs);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      clearTimeout(late);
      resolve(data as Held[K] | undefined);
    };
    at.postMessage({ take: slot }, [port2]);
  });
}
