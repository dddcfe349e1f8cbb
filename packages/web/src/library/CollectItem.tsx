import { useQuery } from '@tanstack/react-query'
import type { collectionEndpoints } from '@weerklank/core/library/collection.contract'
import { type SubmitEvent, useState } from 'react'
import { call } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { itemText } from './item.text.ts'
import { collectionsQuery, useCollectionDeeds } from './library.queries.ts'

/** Puts an item at the end of a collection of one's own, or begins one with it. */
export function CollectItem({ item }: { item: string }) {
  const text = useText(itemText)
  const { data } = useQuery(collectionsQuery)
  const { keep } = useCollectionDeeds()
  const [done, setDone] = useState(false)
  const mine = data?.collections.filter(({ isMine }) => isMine) ?? []
  if (data?.mayKeep !== true) return null
  async function add(collection: string) {
    const params = { collection }
    const path = '/api/library/collections/:collection'
    const now = await call<(typeof collectionEndpoints)['readCollection']>('GET', path, { params })
    const keys = now.items.map(({ key }) => key)
    const { title, note, isShared, revision } = now
    if (!keys.includes(item))
      await keep.mutateAsync({ params, body: { title, note, isShared, revision, keys: [...keys, item] } })
    setDone(true)
  }
  return (
    <div className="wk-no-print">
      <Disclosure label={text.collect}>
        <div className="wk-stack wk-library-form">
          {mine.length > 0 && (
            <ul className="wk-lines">
              {mine.map(({ id, title }) => (
                <li key={id}>
                  <TextButton onClick={() => void add(id).catch(() => undefined)}>
                    {text.collectIn(title)}
                  </TextButton>
                </li>
              ))}
            </ul>
          )}
          <NewCollection item={item} onDone={() => setDone(true)} />
          <p role="status">{done ? text.collected : ''}</p>
          <div role="alert">
            {keep.error !== null && <p className="wk-field__error">{keep.error.message}</p>}
          </div>
        </div>
      </Disclosure>
    </div>
  )
}

function NewCollection({ item, onDone }: { item: string; onDone: () => void }) {
  const text = useText(itemText)
  const { keep } = useCollectionDeeds()
  const [collection, setCollection] = useState(newId)
  const [title, setTitle] = useState('')
  const [tried, setTried] = useState(false)
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (title.trim() === '') return document.getElementById('kennis-verzameling')?.focus()
    if (keep.isPending) return
    try {
      const body = { title, note: '', isShared: false, keys: [item], revision: 0 }
      await keep.mutateAsync({ params: { collection }, body })
      setCollection(newId())
      setTitle('')
      setTried(false)
      onDone()
    } catch {
      // Said at the end of the form.
    }
  }
  return (
    <form noValidate className="wk-stack" onSubmit={handleSubmit}>
      <TextField
        id="kennis-verzameling"
        label={text.collectName}
        value={title}
        maxLength={120}
        error={tried && title.trim() === '' ? text.collectNameMissing : undefined}
        onChange={setTitle}
      />
      <FormEnd busy={keep.isPending} variant="outline" error={keep.error?.message}>
        {text.collectMake}
      </FormEnd>
    </form>
  )
}
