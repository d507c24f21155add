import type { AttemptState } from '../attempt/routes.js';
import type { Refusal, Shortfall, Unseen } from '../attempt/attempt.js';
import type { Instant } from '../kernel/instant.js';
import type { AdministratorAction } from '../simulation/actions/administrator.js';
import type { SignInRequest } from '../simulation/sign-in.js';
import type { AttemptRequest } from '../simulation/simulation.js';
import type { DomainAction } from '../simulation/actions/domain-administrator.js';
import type { WorldInput } from '../world/schema.js';

/** Whose configuration or behaviour has to change. */
export type PartyAtFault = 'user' | 'tenant' | 'sync server' | 'domain';

/** What went wrong, as the party that noticed says it. */
export type Symptom = Refusal | Shortfall | Unseen;

/** The fault alone, in a world that is healthy otherwise, and the person who meets it. */
export interface Arrangement {
  readonly world: WorldInput;
  /** What administrators do at the beginning, where that matters. */
  readonly actions?: readonly AdministratorAction[];
  /** How long after the beginning the person comes, where that matters. */
  readonly after?: string;
  /** What administrators of the domain do before the person comes. */
  readonly before?: readonly DomainAction[];
  readonly request: AttemptRequest;
  /** What an administrator does while the session stands at a state of the machine. */
  readonly meanwhile?: { readonly at: AttemptState; readonly action: AdministratorAction };
  /** Where the trouble shows when somebody signs in afterwards. */
  readonly signIn?: SignInRequest;
}

/** One step of mending, the administrator's or the clock's. */
export type MendingStep = AdministratorAction | DomainAction | { readonly wait: string };

/** One root cause: why a reset fails, or succeeds and still leaves trouble behind. */
export interface FailureMode<S extends Symptom = Symptom> {
  readonly id: string;
  readonly title: string;
  readonly party: PartyAtFault;
  /** Left out by most: why an attempt fails. "unseen" is why nobody finds out. */
  readonly kind?: 'unseen';
  /** The root cause in a sentence, of which no log says anything. */
  readonly cause: string;
  /** The figures of one case, for people: one line each. */
  figures(symptom: S, now: Instant): readonly string[];
  /** How to mend it, the least intrusive way first. */
  readonly fix: readonly string[];
  /** How to mend one case, where that depends on what it is. */
  mend?(symptom: S): Pick<FailureMode, 'fix' | 'warning'>;
  /** Where a fix lowers security, what it costs. */
  readonly warning?: string;
  readonly sources: readonly string[];
  arrange(): Arrangement;
  /** How it is mended while the world runs, with the delays that it really takes; the next reset works then. */
  readonly mending?: readonly MendingStep[];
}

/** One entry for each rule that can refuse, or leave something undone: a rule without an entry does not compile. */
export type Catalogue = { readonly [Rule in Symptom['rule']]: FailureMode<Extract<Symptom, { rule: Rule }>> };
