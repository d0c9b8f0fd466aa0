/** Exit codes, as documented. */
export const EXIT = { ok: 0, findings: 1, cannotRun: 2 } as const;

/** The command cannot do its work; the message names what is wrong and what to do. Ends with 2. */
export class CannotRun extends Error {}

/** How a command tells the exit code. */
export type Report = (code: number) => void;
