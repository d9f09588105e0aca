/**
 * What stands on the device: forms that wait, sealed, under their turn's id; and beside them how the device is locked, until
 * when it keeps anything, and how many forms were erased unsent. Nothing here says anything of anybody.
 */
export interface Waiting {
  turn: string;
  sealed: string;
  /** Epoch milliseconds, by the device's clock. */
  at: number;
  /** When it is erased, sent or not: the end of the event's day. */
  until: number;
}

/** What is kept beside the forms, each under its name. */
export interface Kept {
  /** `until`: what waits and the shell go. `soon`: somebody is warned. By the device's clock. */
  times: { until: number; soon: number };
  /** Forms erased unsent that nobody was told of yet. */
  erased: number;
  lock: Lock;
}

/** How the device is locked. */
export interface Lock {
  /** Whose session, in a few characters that say nothing else. */
  mark: string;
  /** Wrong PINs without a signal. */
  tries: number;
  covered: boolean;
  /** Did the server hear of the lock? */
  told: boolean;
  /** Nothing opens it but a new sign-in. */
  shut: boolean;
  /** When somebody last did something, or when it was covered. */
  at: number;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("storage"));
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("outreach", 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) request.result.createObjectStore("waiting", { keyPath: "turn" });
    request.result.createObjectStore("device");
  };
  return settled(request);
}

/** Resolves once it stands on the device's storage. */
async function change(act: (store: (name: "waiting" | "device") => IDBObjectStore) => void): Promise<void> {
  const database = await open();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(["waiting", "device"], "readwrite");
    act((name) => transaction.objectStore(name));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("storage"));
  });
  database.close();
}

export const keep = (form: Waiting): Promise<void> => change((store) => store("waiting").put(form));
export const drop = (turn: string): Promise<void> => change((store) => store("waiting").delete(turn));

export async function read<K extends keyof Kept>(name: K): Promise<Kept[K] | undefined> {
  const database = await open();
  const value = await settled<unknown>(database.transaction("device").objectStore("device").get(name));
  database.close();
  return value as Kept[K] | undefined;
}

export const write = <K extends keyof Kept>(name: K, value: Kept[K] | undefined): Promise<void> =>
  change((store) => {
    if (value === undefined) store("device").delete(name);
    else store("device").put(value, name);
  });

/** What waits, oldest first. What has outlived its day is erased, and counted for whoever has to be told. */
export async function waiting(now: number): Promise<Waiting[]> {
  const left: Waiting[] = [];
  // In one transaction: two pages that look at the same moment count nothing twice.
  await change((store) => {
    const all = store("waiting").getAll() as IDBRequest<Waiting[]>;
    const count = store("device").get("erased");
    count.onsuccess = () => {
      let erased = Number(count.result as unknown) || 0;
      for (const form of all.result) {
        // A row without a day was not written by us, or long ago.
        if (form.until > now) left.push(form);
        else {
          store("waiting").delete(form.turn);
          store("device").put(++erased, "erased");
        }
      }
    };
  });
  return left.sort((a, b) => a.at - b.at);
}
