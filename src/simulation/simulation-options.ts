import type { RouteKind } from '../attempt/router.js';
import type { PasswordFilter } from '../domain/password-filter.js';

export interface SimulationOptions {
  /**
   * Whatever looks drawn by chance follows from it.
   * @defaultValue 'writeback'
   */
  readonly seed?: string;
  /**
   * When the story begins: ISO 8601.
   * @defaultValue '2023-06-08T09:00:00Z', in the founding article's year
   */
  readonly start?: string;
  /**
   * Run the table compiled from the machine, or the XState actor itself; both go the same way.
   * @defaultValue 'table'
   */
  readonly route?: RouteKind;
  /**
   * How many steps may be taken before the simulation stops with an error.
   * @defaultValue 10_000_000
   */
  readonly stepLimit?: number;
  /**
   * Password filters on the domain controllers, asked after Windows' own rules and after those of the world.
   * @defaultValue none
   */
  readonly passwordFilters?: readonly PasswordFilter[];
}

export const DEFAULT_SEED = 'writeback';
export const DEFAULT_START = '2023-06-08T09:00:00Z';
