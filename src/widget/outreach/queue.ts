/**
 * The forms that wait on the device: sealed, under their turn's id, and nothing else.
 */
export interface Waiting {
  turn: string;
  sealed: string;
  /** Epoch milliseconds. */
  at: number;
}

/** A slip's code holds a week: a form that could not be sent in that time helps nobody any more. */
const weekMs = 7 * 24 * 60 * 60_000;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("storage"));
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("outreach", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("waiting", { keyPath: "turn" });
  return settled(request);
}

async function change(act: (store: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction("waiting", "readwrite");
    act(transaction.objectStore("waiting"));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("storage"));
  });
  database.close();
}

/** Resolves once the form stands on the device's storage. */
export const keep = (form: Waiting): Promise<void> => change((store) => store.put(form));
export const drop = (turn: string): Promise<void> => change((store) => store.delete(turn));

/** What waits, oldest first. What is older than a week goes. */
export async function waiting(now: number): Promise<Waiting[]> {
  const database = await open();
  const all = await settled<Waiting[]>(database.transaction("waiting").objectStore("waiting").getAll());
  database.close();
  const old = all.filter((form) => now - form.at > weekMs);
  for (const form of old) await drop(form.turn);
  return all.filter((form) => old.indexOf(form) < 0).sort((a, b) => a.at - b.at);
}
