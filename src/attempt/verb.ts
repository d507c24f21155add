/** What a session is for. Each verb has its own way through the machine. */
export type Verb = 'reset' | 'change' | 'administratorReset' | 'unlock';

export const VERBS: readonly Verb[] = ['reset', 'change', 'administratorReset', 'unlock'];
