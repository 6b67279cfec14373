/** What the platform's snapshots (`.csnap`) begin with; the rest is encrypted, and only the platform can open it. */
export const snapshotMagic = 'csnap';
