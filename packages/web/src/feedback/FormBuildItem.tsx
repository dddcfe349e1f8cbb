import type { FormItem, FormModel } from '@weerklank/core/feedback/form'
import { itemsOf } from '@weerklank/core/feedback/form'
import { duplicateItem, type Move, moveItem, moves } from '@weerklank/core/feedback/form.build'
import { removeCounted } from '@weerklank/core/feedback/form.build-score'
import type { KeyboardEvent } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { componentLater, Later } from '../ui/Later.tsx'
import { formBuildText } from './form-build.text.ts'
import { type Build, focusSoon, kindName, partId } from './form-build.ts'

const FormBuildFields = componentLater(async () => (await import('./FormBuildFields.tsx')).FormBuildFields)

type Props = { build: Build; form: FormModel; item: FormItem; place: number; isOpen: boolean }

const keys: Readonly<Record<string, Move>> = {
  ...{ ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' },
}

/** One line of the form: its words, and when it is open its fields and what can be done with it. */
export function FormBuildItem({ build, form, item, place, isOpen }: Props) {
  const text = useText(formBuildText)
  const { linkId } = item
  const name = item.text?.text.trim() || text.untitled
  const panel = partId('deel', linkId)
  function handleMove(move: Move) {
    const moved = moveItem(build.draft.state().now, linkId, move)
    if (moved === null) return build.say(text.notMoved)
    const focused = document.activeElement?.id ?? ''
    build.draft.change(() => moved)
    const at = [...itemsOf(moved.items)].findIndex((one) => one.linkId === linkId)
    build.say(text.moved(name, at + 1))
    // Taking a line elsewhere on the page takes the focus from what is in it.
    if (focused !== '') focusSoon(focused)
  }
  function handleKey(event: KeyboardEvent) {
    const move = event.altKey ? keys[event.key] : undefined
    if (move === undefined) return
    event.preventDefault()
    handleMove(move)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that its buttons do as well
    <div onKeyDown={handleKey}>
      <div className="wk-build__line">
        <button
          type="button"
          id={partId('regel', linkId)}
          className="wk-build__name"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => build.open(isOpen ? null : linkId)}
        >
          <span className="wk-build__number">{place}</span> {name}
        </button>
        <span className="wk-row wk-small wk-muted">
          {kindName(item, text)}
          {item.enableWhen !== undefined && <Chip>{text.conditional}</Chip>}
        </span>
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen && (
          <div className="wk-build__panel">
            <Later open>
              <FormBuildFields build={build} form={form} item={item} />
            </Later>
            <ItemActions build={build} item={item} onMove={handleMove} />
          </div>
        )}
      </div>
    </div>
  )
}

type ActionsProps = { build: Build; item: FormItem; onMove: (move: Move) => void }

function ItemActions({ build, item, onMove }: ActionsProps) {
  const text = useText(formBuildText)
  const { linkId } = item
  function handleDuplicate() {
    const made = duplicateItem(build.draft.state().now, linkId)
    if (made === null) return
    build.draft.change(() => made.form)
    build.open(made.linkId)
    build.say(text.duplicated)
    focusSoon(partId('tekst', made.linkId))
  }
  function handleRemove() {
    build.draft.change((form) => removeCounted(form, linkId))
    build.open(null)
    build.say(text.removed)
    focusSoon('bouw-soort')
  }
  return (
    <div className="wk-actions">
      {moves.map((move) => (
        <Button
          key={move}
          id={partId(move, linkId)}
          variant="quiet"
          aria-keyshortcuts={`Alt+${Object.entries(keys).find(([, one]) => one === move)?.[0]}`}
          onClick={() => onMove(move)}
        >
          {text.move[move]}
        </Button>
      ))}
      <Button variant="quiet" icon="copy" onClick={handleDuplicate}>
        {text.duplicate}
      </Button>
      <Button variant="quiet" icon="minus" onClick={handleRemove}>
        {text.remove}
      </Button>
    </div>
  )
}
