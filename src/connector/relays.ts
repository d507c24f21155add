import { sourced } from '../kernel/sourced.js';
import { TROUBLESHOOTING } from './sources.js';

/** The namespaces of a tenant's two relays; which of the published names a tenant gets is not known. */
export const RELAY_NAMESPACES = [
  sourced('doc', TROUBLESHOOTING, 'ssprdedicatedsbprodncu'),
  sourced('doc', TROUBLESHOOTING, 'ssprdedicatedsbprodscu'),
] as const;
