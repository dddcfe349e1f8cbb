import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { LibraryItemId } from '@weerklank/core/shared/ids'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { ItemForm } from './ItemForm.tsx'
import { itemFormText } from './item-form.text.ts'
import { itemQuery } from './library.queries.ts'

/** Writes an item for the organisation: from nothing, or after another one. */
export function ItemNewPage() {
  const text = useText(itemFormText)
  const language = useLanguage()
  const { naar } = useSearch({ from: '/members/kennis/nieuw' })
  const [id] = useState(() => newId() as LibraryItemId)
  const query = useQuery({ ...itemQuery(naar ?? ''), enabled: naar !== undefined })
  const after = query.data?.item
  return (
    <>
      <PageHeader
        title={text.newTitle}
        intro={
          after === undefined ? text.newIntro : text.after(after.title[language] ?? after.title.nl ?? '')
        }
        back={
          <Link to="/kennis" search={{}}>
            {text.back}
          </Link>
        }
      />
      {naar === undefined ? (
        <ItemForm id={id} before={null} from={null} revision={0} />
      ) : (
        <PageState query={query}>
          {({ item }) => <ItemForm id={id} before={item} from={item.key} revision={0} />}
        </PageState>
      )}
    </>
  )
}
