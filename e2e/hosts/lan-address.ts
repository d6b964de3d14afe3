import { networkInterfaces } from 'node:os'

/**
 * An address of this machine that is not `localhost`, so that a browser does not take plain http from it for secure;
 * `null` where it has none.
 */
export const lanAddress = (): string | null =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
