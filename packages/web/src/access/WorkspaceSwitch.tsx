import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { placesQuery, useChoosePlace } from './workspace.queries.ts'
import { workspaceText } from './workspace.text.ts'

/** In the menu of someone with places in several workspaces: the way from one to another. Nothing for everybody else. */
export function WorkspaceSwitch() {
  const text = useText(workspaceText)
  const { place, seen } = useSeenOnce()
  // Asked when the menu opens: most people have one place, and need not wait for that.
  const { data } = useQuery({ ...placesQuery, enabled: seen })
  const choose = useChoosePlace()
  const others = (data?.places ?? []).filter(({ current }) => !current)
  return (
    <div ref={place}>
      {others.length > 0 && (
        <div className="wk-stack wk-stack--tight">
          {others.map(({ workspace, name, asGuest }) => (
            <Button
              key={workspace}
              busy={choose.isPending}
              onClick={() => choose.mutate(workspace, { onError: () => notify({ text: text.switchFailed }) })}
            >
              {text.places} {asGuest ? text.asGuest(name) : name}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** Whether it was ever shown: a closed menu has no box on the screen. */
function useSeenOnce() {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const menu = place.current?.closest('[popover]')
    const handleToggle = () => setSeen(true)
    menu?.addEventListener('beforetoggle', handleToggle, { once: true })
    return () => menu?.removeEventListener('beforetoggle', handleToggle)
  }, [])
  return { place, seen }
}
