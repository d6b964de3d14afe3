import { createServer, Socket, type Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A way to servers of this machine that is as slow as a line of a home. */
export interface SlowLine {
  /** @param origin of a server. @returns the origin at which it is reached over the line. */
  reach(origin: string): Promise<string>
  close(): void
}

/** Bytes that go at once: a fraction of what a line of 20 Mbit/s carries between two frames. */
const PIECE = 16 * 1024

/** Milliseconds that a busy machine may be late with what it sends, and catch up on. */
const CREDIT = 200

/** Opens a line whose speed all connections share. What the page sends, which is next to nothing, is not held back. */
export const openSlowLine = (bytesPerSecond: number): SlowLine => {
  const servers: Server[] = []
  let freeAt = 0

  /** Waits until the line has carried what came before, and `count` bytes after it. */
  const carry = async (count: number) => {
    const now = performance.now()
    freeAt = Math.max(freeAt, now - CREDIT) + (count / bytesPerSecond) * 1000
    // Timers are coarse: what is less than one away goes at once, and is waited for later.
    if (freeAt - now > 2) await pause(freeAt - now)
  }

  const forward = async (from: Socket, to: Socket) => {
    try {
      // Without an encoding, a socket gives buffers.
      for await (const chunk of from as AsyncIterable<Buffer>) {
        for (let at = 0; at < chunk.length; at += PIECE) {
          const piece = chunk.subarray(at, at + PIECE)
          await carry(piece.length)
          if (to.destroyed) return
          to.write(piece)
        }
      }
      to.end()
    } catch {
      to.destroy()
    }
  }

  return {
    reach: async (origin) => {
      const { hostname, port, protocol } = new URL(origin)
      const server = createServer((near) => {
        const far = new Socket()
        far.connect(Number(port), hostname)
        near.on('error', () => far.destroy())
        near.on('close', () => far.destroy())
        near.pipe(far)
        void forward(far, near)
      })
      await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
      servers.push(server)
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('The line has no port.')
      return `${protocol}//localhost:${address.port}`
    },
    close: () => {
      for (const server of servers) server.close()
    },
  }
}
