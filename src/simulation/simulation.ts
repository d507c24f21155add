import { newAttempt, type Attempt } from '../attempt/attempt.js';
import type { AttemptEvent } from '../attempt/routes.js';
import { routeTable } from '../attempt/route-table.js';
import { startRoute, type Route, type RouteKind } from '../attempt/router.js';
import { refusalIn, type Stage } from '../attempt/stage.js';
import { stageOf } from '../attempt/stages.js';
import { parseDuration, type Duration } from '../kernel/duration.js';
import { SimulatorBug, SimulatorError } from '../kernel/error.js';
import { EventClock } from '../kernel/event-clock.js';
import type { Emitted, Fact } from '../kernel/fact.js';
import { Ids } from '../kernel/ids.js';
import { parseInstant, toIso, type Instant } from '../kernel/instant.js';
import type { Action, PartyFact, Scheduled } from '../world/action.js';
import { buildState } from '../world/build-state.js';
import { parseWorld } from '../world/parse-world.js';
import type { WorldInput } from '../world/schema.js';
import type { State, View } from '../world/state.js';
import { AttemptHandle } from './attempt-handle.js';
import { alreadyGoingOn } from './actions/already-going-on.js';
import { choresOf } from './actions/chores.js';
import { accountOf, signInNameOf } from './find-user.js';
import { Journal, NO_SESSION, type Belonging } from './journal.js';
import { visitOf, type AttemptRequest, type ResetRequest } from './attempt-request.js';
import { cloudSignIn } from './cloud-sign-in.js';
import { DEFAULT_SEED, DEFAULT_START, type SimulationOptions } from './simulation-options.js';
import { signIn, type SignInRequest, type SignInResult } from './sign-in.js';

export type { AttemptRequest, ResetRequest } from './attempt-request.js';
export type { SimulationOptions } from './simulation-options.js';

interface Session {
  readonly attempt: Attempt;
  readonly route: Route;
  /** What its timing is drawn from: its own, so that no other session shifts it. */
  readonly chance: number;
  /** How many stages it has been through. */
  steps: number;
  /** Until when the present stage goes on asking. */
  waitsUntil: Instant | undefined;
}

type Due =
  | { readonly do: 'stage'; readonly session: Session; readonly step: number }
  | { readonly do: 'expire'; readonly session: Session }
  | { readonly do: 'leave'; readonly session: Session; readonly event: AttemptEvent }
  | { readonly do: 'fact'; readonly fact: Emitted<PartyFact>; readonly belonging: Belonging }
  | { readonly do: 'action'; readonly action: Action };

/**
 * Builds a running simulation from a world; `{}` is the founding article's healthy tenant.
 *
 * @throws SimulatorError if the world or an option is not valid
 */
export function createSimulation(world: WorldInput = {}, options: SimulationOptions = {}): Simulation {
  return new Simulation(world, options);
}

/** A world in motion: one timeline on which sessions and administrators' actions interleave. */
export class Simulation {
  readonly seed: string;
  readonly ids: Ids;
  readonly #state: State;
  readonly #journal = new Journal((host) => this.#state.domain.clockSkews.get(host) ?? 0);
  readonly #clock = new EventClock<Due>();
  readonly #route: RouteKind;
  readonly #stepLimit: number;
  #now: Instant;
  #sessions = 0;
  readonly #sessionsOf = new Map<string, number>();
  #steps = 0;
  /** Sessions whose message waits on the relay. */
  readonly #waiting = new Set<Session>();

  /** @internal use `createSimulation` */
  constructor(world: WorldInput, options: SimulationOptions) {
    this.seed = options.seed ?? DEFAULT_SEED;
    this.ids = new Ids(this.seed);
    this.#now = parseInstant(options.start ?? DEFAULT_START);
    this.#route = options.route ?? 'table';
    this.#stepLimit = options.stepLimit ?? 10_000_000;
    this.#state = buildState(parseWorld(world), this.ids, this.#now, options.passwordFilters);
    this.apply(alreadyGoingOn);
  }

  get now(): Instant {
    return this.#now;
  }
  /** What happened so far, in order. */
  get facts(): readonly Fact<PartyFact>[] {
    return this.#journal.facts;
  }
  /** The world as it stands; nothing in it can be written. */
  get view(): View {
    return this.#state;
  }

  /**
   * Begins a session; `advance` moves it on. It is a reset, unless `verb` says otherwise.
   * @throws SimulatorError `unknown-user`, `no-password`, or whatever else is wrong with the request
   */
  start(request: AttemptRequest): AttemptHandle {
    const userId = signInNameOf(this.#state, request.user);
    const began = this.#now;
    const attempt = newAttempt({
      session: ++this.#sessions,
      stream: this.#streamOf(userId),
      ...visitOf(request, userId, this.#state),
      began,
      deadline: began + this.#state.tenant.sspr.sessionLives,
    });
    const session: Session = {
      attempt,
      route: startRoute(this.#route, attempt.verb),
      chance: this.ids.integer('pace', attempt.stream, 0, 0x7fff_ffff),
      steps: 0,
      waitsUntil: undefined,
    };
    this.#scheduleStage(session);
    return new AttemptHandle(attempt, session.route);
  }

  /** Runs a whole session: from `start` until it settles. Whatever else falls due meanwhile happens too. */
  run(request: AttemptRequest): AttemptHandle {
    const handle = this.start(request);
    this.advanceUntil(() => handle.settled);
    return handle;
  }

  /** Lets time pass until something is so, or nothing is left to happen. */
  advanceUntil(isSo: () => boolean): void {
    while (!isSo() && this.#step()) {
      // one thing at a time, in the order in which they fall due
    }
  }

  /** The same, for a reset. */
  readonly reset = (request: ResetRequest): AttemptHandle => this.run(request);

  /**
   * Signs in to a computer of the domain, or to the cloud, now.
   * @throws SimulatorError `unknown-user`
   */
  signIn(request: SignInRequest): SignInResult {
    const { result, facts } =
      request.to === 'cloud'
        ? cloudSignIn(this.#state, request, this.#now)
        : signIn(this.#state, accountOf(this.#state, request.user), request, this.#now);
    this.#scheduleAll(choresOf(this.#state));
    for (const fact of facts) this.#tell(fact, NO_SESSION);
    return result;
  }

  /** Lets time pass: a text such as `6 hours`, or ticks of 100 ns. All that falls due happens on the way. */
  advance(duration: Duration | string): void {
    this.advanceTo(this.#now + (typeof duration === 'string' ? parseDuration(duration) : duration));
  }

  /**
   * Lets time pass until an instant.
   *
   * @throws SimulatorError `bad-instant` if it is past already
   */
  advanceTo(instant: Instant): void {
    if (!Number.isSafeInteger(instant) || instant < this.#now) {
      throw new SimulatorError({
        code: 'bad-instant',
        message: Number.isSafeInteger(instant)
          ? 'time cannot go back'
          : `time cannot pass until ${String(instant)}`,
        hint: 'durations and instants are whole ticks of 100 ns; a text such as "6 hours" will do as well',
      });
    }
    while ((this.#clock.nextAt ?? Infinity) <= instant && this.#step()) {
      // one thing at a time, in the order in which they fall due
    }
    this.#now = instant;
  }

  /** Does something to the world from outside, now; what it sets in motion follows in its time. */
  apply(action: Action): void {
    const { facts, later = [] } = action.apply(this.#state, this.#now);
    this.#scheduleAll(choresOf(this.#state));
    for (const fact of facts) this.#tell(fact, NO_SESSION);
    this.#scheduleAll(later);
    if (this.#waiting.size > 0) this.#wake();
  }

  #step(): boolean {
    const due = this.#clock.take();
    if (due === undefined) return false;
    if (++this.#steps > this.#stepLimit) {
      throw new SimulatorError({
        code: 'step-limit',
        message: `the simulation took more than ${this.#stepLimit} steps, at ${toIso(due.at)}`,
        hint: 'raise stepLimit if the run is meant to be that long',
      });
    }
    this.#now = due.at;
    const { what } = due;
    switch (what.do) {
      case 'stage':
        // A session that waited has gone on meanwhile.
        if (what.session.steps === what.step) this.#run(what.session);
        break;
      case 'expire':
        this.#expire(what.session);
        break;
      case 'leave':
        this.#leave(what.session, what.event);
        break;
      case 'fact':
        this.#journal.write(this.#now, what.fact, what.belonging);
        break;
      case 'action':
        this.apply(what.action);
        break;
    }
    return true;
  }

  #run(session: Session): void {
    const { attempt } = session;
    const stage = stageAt(session);
    attempt.now = this.#now;
    const decision = stage.decide(this.#state, attempt);
    if (!decision.allowed && stage.patience !== undefined && this.#waits(session, stage.patience)) return;
    stage.effect?.(this.#state, attempt, decision);
    this.#scheduleAll(choresOf(this.#state));
    const belonging = belongingTo(attempt);
    for (const fact of stage.facts?.(this.#state, attempt, decision) ?? []) this.#tell(fact, belonging);
    const refusal = refusalIn(decision);
    if (refusal === undefined) this.#scheduleAll(stage.later?.(this.#state, attempt) ?? []);
    const event =
      stage.event?.(this.#state, attempt, decision) ?? (refusal === undefined ? 'allowed' : 'refused');
    const lasts = stage.lasts?.(attempt, decision) ?? 0;
    if (lasts === 0) this.#leave(session, event);
    else this.#clock.schedule(this.#now + lasts, { do: 'leave', session, event });
  }

  /** Where the answer may still change, the session waits, until somebody does something or its patience ends. */
  #waits(session: Session, patience: Duration): boolean {
    if (session.waitsUntil === undefined) {
      session.waitsUntil = this.#now + patience;
      this.#clock.schedule(session.waitsUntil, { do: 'stage', session, step: session.steps });
      this.#waiting.add(session);
      return true;
    }
    return this.#now < session.waitsUntil;
  }

  /** Lets those who wait ask again, in the order in which they came. */
  #wake(): void {
    for (const session of this.#waiting) {
      this.#clock.schedule(this.#now, { do: 'stage', session, step: session.steps });
    }
  }

  /** The session runs out while it is the person's turn. */
  #expire(session: Session): void {
    const { attempt, route } = session;
    const { expiry } = stageAt(session);
    if (expiry === undefined) throw new SimulatorBug(`no session can run out in the state "${route.state}"`);
    attempt.now = this.#now;
    expiry.effect(this.#state, attempt);
    for (const fact of expiry.facts(this.#state, attempt)) this.#tell(fact, belongingTo(attempt));
    this.#leave(session, 'expired');
  }

  #leave(session: Session, event: AttemptEvent): void {
    if (session.waitsUntil !== undefined) {
      session.waitsUntil = undefined;
      this.#waiting.delete(session);
    }
    session.route.send(event);
    this.#scheduleStage(session);
  }

  #tell(fact: Emitted<PartyFact>, belonging: Belonging): void {
    if (fact.after === undefined) this.#journal.write(this.#now, fact, belonging);
    else this.#clock.schedule(this.#now + fact.after, { do: 'fact', fact, belonging });
  }

  #scheduleStage(session: Session): void {
    const { attempt, route } = session;
    const stage = stageOf(attempt.verb, route.state);
    if (stage === undefined) return;
    const { usual, varies } = stage.pace;
    const share =
      varies === 0 ? 1 : 1 + varies * (2 * this.ids.fraction(session.chance, session.steps++) - 1);
    const due = this.#now + (stage.takes?.(attempt) ?? Math.round(usual * share));
    if (due > attempt.deadline && routeTable().next(attempt.verb, route.state, 'expired') !== undefined) {
      this.#clock.schedule(Math.max(this.#now, attempt.deadline), { do: 'expire', session });
    } else {
      this.#clock.schedule(due, { do: 'stage', session, step: session.steps });
    }
  }

  #scheduleAll(later: readonly Scheduled[]): void {
    for (const { at, action } of later) this.#clock.schedule(at, { do: 'action', action });
  }

  /** Numbers a user's own sessions. */
  #streamOf(userId: string): string {
    const key = userId.toLowerCase();
    const own = (this.#sessionsOf.get(key) ?? 0) + 1;
    this.#sessionsOf.set(key, own);
    return `${key}#${own}`;
  }
}

function belongingTo({ session, submission, stream }: Attempt): Belonging {
  return { session, submission: submission || undefined, stream };
}

function stageAt({ attempt: { verb }, route: { state } }: Session): Stage {
  const stage = stageOf(verb, state);
  if (stage === undefined) throw new SimulatorBug(`no stage is built for the state "${state}" of a ${verb}`);
  return stage;
}
