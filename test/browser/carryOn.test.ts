/**
 * Going on by text message, as a person does it: the button, the code, the text, and what the page says afterwards.
 */
import { describe, expect, it } from "vitest";
import { testToken } from "../support/app.ts";
import { newPhone, postText } from "../support/talk.ts";
import { choose, settled, type, visits } from "./support/visit.ts";
import { wholeSite } from "./support/whole.ts";

const { open: openWithoutNumber } = visits();

const twilio = {
  accountSid: undefined,
  authTokens: [testToken],
  from: "+13235550100",
  messagingServiceSid: undefined,
  insecureLocal: false,
};

describe("carrying the chat on by text message", () => {
  const { app, open } = wholeSite({ kind: "pglite", config: { twilio } });

  const text = async (body: string) => (await postText(app(), newPhone(), body)).texts.join("\n");

  it.each([
    { path: "/en", on: "goes on here", closed: "chat before this one is closed" },
    { path: "/es", on: "Su chat sigue", closed: "El chat de antes" },
    { path: "/panel?locale=en", on: "goes on here", closed: "chat before this one is closed" },
  ])("at $path the code shows, moves the chat, and the page begins anew", async ({ path, on, closed }) => {
    const { page, complaints, requests, close } = await open(path);
    await choose(page, "agree");
    await choose(page, "me");
    requests.length = 0;
    await page.locator("[data-act=carry]").click();
    const box = page.locator("[data-part=carry]");
    await box.waitFor();
    const code = await page.locator("[data-part=carryCode]").innerText();
    expect(await box.innerText()).toContain("(323) 555-0100");
    expect(await page.locator("[data-part=carryOpen]").getAttribute("href")).toBe(
      `sms:+13235550100?&body=${code}`,
    );
    const picture = await box.locator("svg").boundingBox();
    expect(picture?.width).toBeGreaterThan(100);
    expect(picture?.height).toBeCloseTo(picture?.width ?? 0, 0);
    expect(requests).toEqual(["/webhooks/chat/carry"]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-part"))).toBe("carry");
    expect(await text(code)).toContain(on);
    await type(page, "no");
    expect(await box.isVisible()).toBe(false);
    expect(await page.locator(".log").innerText()).toContain(closed);
    expect(await page.locator(".own").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("before the first answer it says that there is nothing to move", async () => {
    const { page, close } = await open("/en");
    await page.locator("[data-act=carry]").click();
    await page.locator("[data-part=carry]").waitFor();
    expect(await page.locator("[data-part=carry]").innerText()).toContain("nothing to move yet");
    expect(await page.locator("[data-part=carryOpen]").isVisible()).toBe(false);
    await close();
  });

  it("without JavaScript a small page shows the code, and leads back to the question", async () => {
    const { page, complaints, close } = await open("/en", { javaScriptEnabled: false });
    await page.locator(".choice").first().click();
    await page.locator(".choice").first().click();
    const asked = await page.locator(".bot").last().innerText();
    await page.locator("[name=command][value=carry]").click();
    const code = await page.locator(".carry strong").innerText();
    expect(await page.locator(".carry a").getAttribute("href")).toBe(`sms:+13235550100?&body=${code}`);
    expect(await page.locator(".carry svg").isVisible()).toBe(true);
    await page.locator("[name=command][value=again]").click();
    expect(await page.locator(".bot").last().innerText()).toBe(asked);
    await page.locator("[name=command][value=carry]").click();
    expect(await text(await page.locator(".carry strong").innerText())).toContain("goes on here");
    await page.locator("[name=command][value=again]").click();
    expect(await page.locator(".log").innerText()).toContain("chat before this one is closed");
    expect(complaints).toEqual([]);
    await close();
  });

  it("without a number to text there is no button, with or without JavaScript", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await openWithoutNumber("/en", { javaScriptEnabled });
      expect(await page.locator("[value=carry]").count()).toBe(0);
      await page.locator("[data-choice], .choice").first().waitFor();
      await close();
    }
  });

  it("the box is quiet again after the next answer", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await page.locator("[data-act=carry]").click();
    await page.locator("[data-part=carry]").waitFor();
    await choose(page, "me");
    await settled(page);
    expect(await page.locator("[data-part=carry]").isVisible()).toBe(false);
    await close();
  });
});
