/**
 * The doctor tells staff which help entries have grown old, by the clock it is given, and what became of later texts.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { databaseMaker } from "../../test/support/database.ts";
import { makeServices, type TestServices } from "../../test/support/services.ts";
import { enqueue, sendingServices } from "../../test/support/sending.ts";
import { publicDefender } from "../law/resources.ts";
import { examine } from "./examine.ts";
import { sendDue } from "./send-due.ts";

describe("examine", () => {
  const makeDatabase = databaseMaker("pglite");
  let services: TestServices;
  beforeAll(async () => {
    services = makeServices({ database: await makeDatabase() });
  });
  const helpEntries = async (date: string) => {
    services.runtime.time = Date.parse(`${date}T20:00:00Z`);
    return (await examine(services)).find((finding) => finding.what.startsWith("help entries"));
  };

  it("says what became of later texts, and why some were given up", async () => {
    const sending = sendingServices(services.database, services.runtime);
    const about = async (all = sending) =>
      (await examine(all)).find((finding) => finding.what.startsWith("later texts"))?.what;
    expect(await about()).toBe("later texts: sent");
    for (const [n, code] of [21211, 21610, 21211, 0].entries()) {
      await enqueue(sending, `+1323555010${n}`, "goOn");
      await sendDue(sending, {
        send: () =>
          Promise.resolve(
            code === 0 ? { kind: "accepted", sid: "SM1", status: "queued" } : { kind: "refused", code },
          ),
        sentTo: () => Promise.resolve([]),
      });
    }
    const said = await about();
    for (const part of ["2 goOn carrier_21211", "1 goOn optedOut", "1 sent"]) expect(said).toContain(part);
    expect(await about(services)).toContain("no account or sender, 0 wait in vain");
  });

  it("passes help entries for 180 days after their check, and names them from then on", async () => {
    expect((await helpEntries("2027-05-21"))?.good).toBe(true);
    const late = await helpEntries("2027-05-22");
    expect(late?.good).toBe(false);
    expect(late?.what).toContain(publicDefender.id);
  });
});
