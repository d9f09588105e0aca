import { beforeAll, beforeEach, expect, it } from "vitest";
import { fakeContext } from "../../test/support/command.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { makeServices, type TestServices } from "../../test/support/services.ts";
import { UsageError } from "./command.ts";
import { staffCommand } from "./staff.ts";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let services: TestServices;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    services = makeServices({ database });
  });

  async function staff(args: string): Promise<string> {
    const { context, said } = fakeContext(services, "/");
    expect(await staffCommand.run(args.split(" "), context)).toBe(0);
    return said.out;
  }

  it("adds, gives another role, lists, resets and closes", async () => {
    expect(await staff("add ada@staff.example --role reviewer --locale es")).toContain("/staff/invitation/");
    expect(await staff("role ADA@staff.example worker")).toContain("worker from now on");
    expect(await staff("list")).toBe("ada@staff.example  worker  es  invited\n");
    expect(await staff("reset ada@staff.example")).toContain("/staff/invitation/");
    const closed = await staff("disable ada@staff.example");
    expect(closed).toContain("The account is closed");
    expect(closed).toContain("Nobody is admin now");
  });

  it("says what is wrong in one line and changes nothing", async () => {
    await staff("add ada@staff.example");
    for (const args of [
      "role",
      "role ada@staff.example",
      "role ada@staff.example owner",
      "role ada@staff.example admin now",
      "role nobody@staff.example admin",
      "role admin ada@staff.example",
    ])
      await expect(staff(args), args).rejects.toThrow(UsageError);
    expect(await staff("list")).toContain("ada@staff.example  worker");
  });
});
