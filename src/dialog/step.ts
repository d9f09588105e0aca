/**
 * One turn of a conversation, as a function: what was said goes in, the new state and what should happen come out.
 * Nothing is looked up, sent or stored here.
 */
import { hear } from "./hear.ts";
import { limits } from "./limits.ts";
import { newConversation, situationOf, standing } from "./position.ts";
import { endReminder } from "./reminder.ts";
import type {
  Accepted,
  Conversation,
  Effect,
  Flow,
  Input,
  Json,
  LookupResult,
  Question,
  Say,
  Situation,
} from "./types.ts";

export interface Step {
  conversation: Conversation;
  effects: Effect[];
  /** The question that stands afterwards; null when the conversation is over or a lookup's result is awaited. */
  question: string | null;
}

/** When it is, for the engine: epoch milliseconds, and the local date people's ages count by. */
export interface Moment {
  now: number;
  /** YYYY-MM-DD in Los Angeles. */
  today: string;
  /** When a reminder could be sent; absent where none can be. */
  reminders?: Reminders;
}

/** A moment at which a text may go out and the answers still stand, epoch milliseconds. */
export interface ReminderTime {
  at: number;
  /** It is not today, by the local date. */
  tomorrow: boolean;
}

export interface Reminders {
  soon?: ReminderTime;
  tomorrow?: ReminderTime;
}

/**
 * Takes one input.
 * @param conversation the state before; not changed.
 * @returns the state after and the effects, in order. A `lookUp` effect is always last: step again with its result.
 */
export function step(flow: Flow, conversation: Conversation, input: Input, moment: Moment): Step {
  const turn = new Turn(flow, conversation, moment);
  turn.take(input);
  return turn.finish();
}

/** One step's working state. */
export class Turn {
  readonly flow: Flow;
  readonly moment: Moment;
  conversation: Conversation;
  readonly effects: Effect[] = [];
  #waiting = false;

  constructor(flow: Flow, before: Conversation, moment: Moment) {
    this.flow = flow;
    this.moment = moment;
    this.conversation = { ...before, log: [...before.log], told: [...before.told] };
  }

  get situation(): Situation {
    return situationOf(this.flow, this.conversation, this.moment.today);
  }

  get question(): Question | undefined {
    return this.conversation.done ? undefined : standing(this.flow, this.situation);
  }

  take(input: Input): void {
    const { conversation, moment } = this;
    if (input.kind === "open") {
      conversation.turn = 1;
      conversation.lastAt = moment.now;
      if (input.locale) conversation.locale = input.locale;
      if (input.event) conversation.event = input.event;
      this.goOn();
      return;
    }
    if (input.kind === "lookup") {
      this.lookedUp(input.result);
      return;
    }
    if (input.kind === "reaction") {
      // It answers nothing: a question that stands is put again, anything else stays as it is.
      const question = conversation.turn > 0 ? this.question : undefined;
      if (question) this.miss(question);
      return;
    }
    const first = conversation.turn === 0;
    const silentMs = moment.now - conversation.lastAt;
    conversation.turn += 1;
    conversation.lastAt = moment.now;
    endReminder(this);
    const silent = !first && this.isSilent(silentMs);
    switch (input.kind) {
      case "text":
        hear(this, input.text, { first, silent, media: input.media === true });
        break;
      case "choice":
        this.takeChoice(input.id, silent);
        break;
      case "edit":
        this.edit(input.question);
        break;
      case "media":
        this.sayPicture();
        this.goOnAfter(silent);
        break;
    }
  }

  finish(): Step {
    const question = this.#waiting ? undefined : this.question;
    const overflow = this.conversation.log.length - limits.logEntries;
    if (overflow > 0) this.conversation.log.splice(0, overflow);
    return { conversation: this.conversation, effects: this.effects, question: question?.id ?? null };
  }

  say(say: Say): void {
    this.effects.push({ type: "say", ...say });
  }

  /** That pictures cannot be read; where the language is not known yet, in both. */
  sayPicture(): void {
    this.say({ key: this.conversation.locale === null ? "commands.pictureUnknown" : "commands.picture" });
  }

  /** Is there something to go on with that was left for long, and not asked about yet? */
  isSilent(silentMs: number): boolean {
    const { log, done } = this.conversation;
    if (silentMs <= limits.pauseMs || done || log.length === 0) return false;
    return !this.situation.answers.has("pause") && this.question?.repeatsNothing !== true;
  }

  /** Goes on; after a silence it is asked for first, and no answer is repeated before: phones are shared. */
  goOnAfter(silent: boolean): void {
    if (silent) this.log("pause", true);
    this.goOn();
  }

  private takeChoice(id: string, silent: boolean): void {
    const question = this.question;
    const offered = question?.choices?.(this.situation);
    if (silent) this.goOnAfter(silent);
    // A choice for a question that does not stand is ignored (P19).
    else if (question && offered?.includes(id)) this.accept(question, id);
    else if (this.conversation.done) this.startNew();
    else this.goOn();
  }

  private edit(id: string): void {
    const question = this.flow.questions.find((q) => q.id === id && q.counts === true);
    if (question && this.situation.answers.has(id) && id !== "start") {
      this.conversation.done = false;
      this.drop([id, ...(question.invalidates ?? []), ...(this.question?.aside ?? [])]);
    }
    this.goOn();
  }

  /** Takes an answer to the standing question. */
  accept(question: Question, value: Json, also?: { [question: string]: Json }): void {
    this.conversation.misses = 0;
    const accepted: Accepted = question.accept?.(value, this.situation, also ?? {}) ?? {};
    if (accepted.locale) this.conversation.locale = accepted.locale;
    if (accepted.restart === true) {
      this.restart();
    } else {
      if (accepted.drop) this.drop(accepted.drop);
      if (accepted.keep !== false)
        this.log(question.id, accepted.value === undefined ? value : accepted.value);
    }
    for (const [id, v] of Object.entries(accepted.also ?? {})) this.log(id, v);
    this.keepExtras(also, question.corrects);
    for (const effect of accepted.effects ?? []) {
      if (effect.type === "handOff") this.conversation.handoff ??= "";
      this.effects.push(effect);
    }
    if (accepted.done === true) this.conversation.done = true;
    this.goOn();
  }

  /** What else a message answered. @returns whether anything was kept. */
  keepExtras(also: { [question: string]: Json } | undefined, replace?: boolean): boolean {
    let kept = false;
    const { answers } = this.situation;
    for (const [id, value] of Object.entries(also ?? {})) {
      const question = this.flow.questions.find((q) => q.id === id && q.counts === true);
      if (!question || question.onlyWhenAsked === true || (answers.has(id) && replace !== true)) continue;
      this.log(id, value);
      kept = true;
    }
    return kept;
  }

  miss(question: Question): void {
    this.conversation.misses += 1;
    const attempt = Math.min(this.conversation.misses, 3);
    const choices = question.choices?.(this.situation);
    const asked = question.ask(this.situation).at(-1);
    this.say({
      key: `questions.${question.id}.retry${attempt}`,
      question: question.id,
      ...(choices ? { choices } : {}),
      ...(asked?.params ? { params: asked.params } : {}),
    });
  }

  private lookedUp(result: LookupResult): void {
    if (result.kind !== "unavailable") this.conversation.attempts += 1;
    this.log("lookup", result as unknown as Json);
    this.goOn();
  }

  /** Does what falls due, then asks the standing question. */
  goOn(): void {
    if (this.conversation.done) return;
    for (let i = 0; i < limits.duePerStep; i++) {
      const due = this.flow.due(this.situation);
      if (!due) break;
      for (const [id, value] of Object.entries(due.answers ?? {})) this.log(id, value);
      this.effects.push(...due.effects);
      for (const effect of due.effects) if (effect.type === "outcome") this.conversation.told.push(effect.id);
      if (due.done === true) this.conversation.done = true;
      if (due.wait === true) this.#waiting = true;
      if (this.#waiting || this.conversation.done) return;
    }
    this.ask();
  }

  ask(): void {
    const question = this.question;
    if (!question) return;
    const s = this.situation;
    const says = question.ask(s);
    const choices = question.choices?.(s);
    says.forEach((say, index) => {
      const last = index === says.length - 1;
      this.say({ ...say, ...(last ? { question: question.id, ...(choices ? { choices } : {}) } : {}) });
    });
  }

  log(q: string, v: Json): void {
    this.conversation.log = this.conversation.log.filter((answer) => answer.q !== q);
    this.conversation.log.push({ q, v, turn: this.conversation.turn });
  }

  drop(ids: readonly string[]): void {
    this.conversation.log = this.conversation.log.filter((answer) => !ids.includes(answer.q));
  }

  /** Answers gone; language, lookups spent and outcomes told stay. */
  restart(): void {
    this.conversation.log = [];
    this.conversation.misses = 0;
    this.conversation.done = false;
    this.conversation.flow = this.flow.version;
  }

  /** A message after the end begins a new conversation. */
  startNew(): void {
    const { channel, locale, event } = this.conversation;
    this.conversation = newConversation(this.flow, channel, this.moment.now, {
      locale: locale ?? undefined,
      event,
      opened: true,
    });
    this.goOn();
  }
}
