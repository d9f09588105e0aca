/**
 * Effects as text messages: choices on lines of their own, short messages joined, long ones split at sentence ends.
 */
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import { foldPunctuation, segments } from "../../copy/segments.ts";
import { splitText } from "./split.ts";
import { renderEffects, type Rendered } from "../../copy/render.ts";
import type { Copy } from "../../copy/copy.ts";
import type { RenderedReply } from "../../acts/take-text.ts";
import type { Effect, Locale } from "../../dialog/types.ts";

/** Messages are joined up to this many segments, and split above the other. */
const joinedSegmentsMax = 2;
const messageSegmentsMax = 4;

/** The texts of one reply, in order. */
export function smsTexts(copy: Copy, effects: readonly Effect[], locale: Locale): string[] {
  const texts: string[] = [];
  for (const text of renderEffects(copy, effects, locale, "sms").map(withChoices)) {
    const before = texts.at(-1);
    const joined = before === undefined ? undefined : `${before}\n${text}`;
    if (joined !== undefined && segments(joined).segments <= joinedSegmentsMax)
      texts[texts.length - 1] = joined;
    else texts.push(...splitText(text, messageSegmentsMax));
  }
  return texts;
}

/** A reply as its bytes, and the segments its texts cost. */
export function rendered(texts: readonly string[]): RenderedReply {
  return {
    bytes: Buffer.from(twiml(texts)),
    segments: texts.reduce((sum, text) => sum + segments(text).segments, 0),
  };
}

/** TwiML that sends the texts; none gives an empty response. */
export function twiml(texts: readonly string[]): string {
  const response = new MessagingResponse();
  for (const text of texts) response.message(withoutControls(text));
  return response.toString();
}

function withChoices({ text, choices }: Rendered): string {
  return foldPunctuation(
    [text, ...choices.map((choice, index) => `${index + 1} ${choice.label}`)].join("\n"),
  );
}

/** XML has no control characters but tab and line ends; Twilio's builder throws on others. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
