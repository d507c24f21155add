/**
 * Events that are documented (MicrosoftDocs/entra-docs: troubleshoot-sspr-writeback.md) and that the sync server of
 * this simulator never writes, with the reason.
 */
export const NEVER_LOGGED: Readonly<Record<number, string>> = {
  31003:
    'documented beside the 33xxx that says why; no real record shows it, and whether both are written is not known',
  31008:
    'documented beside the 33xxx that says why; no real record shows it, and whether both are written is not known',
  31011:
    'documented beside the 33xxx that says why; no real record shows it, and whether both are written is not known',
};
