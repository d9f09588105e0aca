/**
 * A step of a call as TwiML: sentences read in their language, and what is listened for.
 */
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import type { CallAnswer } from "../../acts/take-call.ts";
import type { Copy } from "../../copy/copy.ts";
import type { Organisation } from "../../env.ts";

const spoken = { en: "en-US", es: "es-MX" } as const;
/** Seconds of silence that count as no answer. */
const silence = 6;
const numberSilence = 12;
const ringSeconds = 25;

/** Where a number is given or confirmed: misheard, it would ring at a stranger's. */
const keypadOnly: ReadonlySet<string> = new Set(["ownNumber", "number", "confirmNumber"]);

export interface CallSetting {
  org: Organisation;
  /** The ten digits a caller is put through to; absent where there are none. */
  helpLine: string | undefined;
  /** Address of the next step, with its state. */
  action(state: string): string;
}

/** Digits one by one, with a breath where people expect it: "3 2 3, 5 5 5, 0 1 4 2". */
export function digitByDigit(text: string): string {
  const digits = text.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
  const groups = digits.length === 10 ? [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)] : [digits];
  return groups.map((group) => group.split("").join(" ")).join(", ");
}

/** A sentence with the phone numbers in it digit by digit: the Public Defender's stands in the copy itself. */
function spelled(sentence: string): string {
  return sentence.replace(/\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b/g, digitByDigit);
}

/** TwiML of one step. */
export function callTwiml(copy: Copy, answer: CallAnswer, setting: CallSetting): string {
  const response = new VoiceResponse();
  const phone = digitByDigit(setting.org.phone);
  const { next } = answer;
  const gather = next
    ? response.gather({
        input: keypadOnly.has(next.at) ? ["dtmf"] : ["dtmf", "speech"],
        language: spoken[answer.locale],
        action: setting.action(next.state),
        method: "POST",
        actionOnEmptyResult: true,
        timeout: next.at === "number" ? numberSilence : silence,
        ...(next.at === "number" ? { numDigits: 10 } : { numDigits: 1, speechTimeout: "auto" }),
      })
    : undefined;
  for (const { key, locale = answer.locale, number } of answer.say) {
    const params = { phone, ...(number === undefined ? {} : { number: digitByDigit(number) }) };
    (gather ?? response).say(
      { language: spoken[locale] },
      spelled(copy.text(`voice.${key}`, locale, params)),
    );
  }
  if (!next) {
    if (answer.connect === true && setting.helpLine !== undefined)
      response.dial({ timeout: ringSeconds }, `+1${setting.helpLine}`);
    response.hangup();
  }
  return response.toString();
}

/** Said when nothing else can be: static, in both languages. */
export function callFallback(copy: Copy, org: Organisation): string {
  const response = new VoiceResponse();
  for (const locale of ["en", "es"] as const)
    response.say(
      { language: spoken[locale] },
      copy.text("voice.fallback", locale, { phone: digitByDigit(org.phone) }),
    );
  response.hangup();
  return response.toString();
}
