/** Word to every other place of the app on this origin. */
export interface Channel {
  post(message: unknown): void
  /** One listener; it does not hear what is posted here. */
  listen(listener: (message: unknown) => void): void
}

/**
 * Joins a channel by name. Firefox refuses channels together with all storage; then nothing is heard, and other tabs
 * are as good as not there.
 */
export const joinChannel = (name: string): Channel => {
  try {
    const channel = new BroadcastChannel(name)
    return {
      post: (message) => {
        channel.postMessage(message)
      },
      listen: (listener) => {
        channel.onmessage = ({ data }: MessageEvent<unknown>) => {
          listener(data)
        }
      },
    }
  } catch {
    return { post: () => undefined, listen: () => undefined }
  }
}
