/** What is on its way to the server: one save at a time, the newest text last. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'

type Deps<Saved> = {
  save: (text: string) => Promise<Saved>
  isConflict: (error: unknown) => boolean
  onState: (state: SaveState, saved?: Saved) => void
  waitMs: number
}

/**
 * Saves a while after the last change. A text that comes while another is on its way follows it; after a conflict nothing is
 * saved any more, so that nobody's words are overwritten.
 */
export function autosave<Saved>(deps: Deps<Saved>) {
  let wanted: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let isStopped = false

  async function run(): Promise<void> {
    while (wanted !== null && !isStopped) {
      const text = wanted
      wanted = null
      deps.onState('saving')
      try {
        const saved = await deps.save(text)
        deps.onState(wanted === null ? 'saved' : 'unsaved', saved)
      } catch (error) {
        if (deps.isConflict(error)) isStopped = true
        else wanted ??= text
        deps.onState(isStopped ? 'conflict' : 'failed')
        return
      }
    }
  }

  /** Saves what is still to be saved, now; done when it is in or failed. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  return {
    change(text: string) {
      if (isStopped) return
      wanted = text
      deps.onState('unsaved')
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), deps.waitMs)
    },
    flush,
    /** Forgets what was still to be saved. */
    stop() {
      isStopped = true
      wanted = null
      clearTimeout(timer)
    },
  }
}
