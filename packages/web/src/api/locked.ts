/** Other pages of this browser hear at once that the session is locked, and hide. Where this is not known they ask by themselves. */
const channelName = 'weerklank-locked'

export function tellLocked(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(null)
  channel.close()
}

/** Calls `heard` when another page says so, until the returned function is called. */
export function onLockedElsewhere(heard: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = heard
  return () => channel.close()
}
