import type { ShownItem } from '@weerklank/core/library/library.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { itemText } from './item.text.ts'
import { useItemDeeds } from './library.queries.ts'

/** What can be done with an item: print it, make an own one of it, and see to one that is the organisation's. */
export function ItemActions({ shown }: { shown: ShownItem }) {
  const text = useText(itemText)
  const { item, mayWrite } = shown
  const format = item.uses?.format
  return (
    <>
      <Button variant="quiet" onClick={() => window.print()}>
        {text.print}
      </Button>
      {format !== undefined && (
        <LinkButton variant="quiet" to="/gesprekken/vormen/$format" params={{ format }}>
          {text.openFormat}
        </LinkButton>
      )}
      {mayWrite && (
        <LinkButton variant="quiet" to="/kennis/nieuw" search={{ naar: item.key }}>
          {text.adapt}
        </LinkButton>
      )}
      {mayWrite && shown.own !== null && <OwnActions own={shown.own} itemKey={item.key} />}
    </>
  )
}

function OwnActions({ own, itemKey }: { own: NonNullable<ShownItem['own']>; itemKey: string }) {
  const text = useText(itemText)
  const { publish, withdraw } = useItemDeeds()
  const sent = { params: { item: own.id }, body: { revision: own.revision } }
  const error = publish.error ?? withdraw.error
  return (
    <>
      <LinkButton to="/kennis/$key/aanpassen" params={{ key: itemKey }} icon="pencil">
        {text.edit}
      </LinkButton>
      {own.status === 'draft' && (
        <Button variant="primary" icon="check" busy={publish.isPending} onClick={() => publish.mutate(sent)}>
          {text.publish}
        </Button>
      )}
      {own.status === 'published' && (
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(sent)}>
          {text.withdraw}
        </Button>
      )}
      <div role="alert">{error !== null && <p className="wk-field__error">{error.message}</p>}</div>
    </>
  )
}
