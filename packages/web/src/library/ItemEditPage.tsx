import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { ItemForm } from './ItemForm.tsx'
import { itemFormText } from './item-form.text.ts'
import { itemQuery } from './library.queries.ts'

/** Changes an item of the organisation; what was published keeps its words. */
export function ItemEditPage() {
  const text = useText(itemFormText)
  const { key } = useParams({ from: '/members/kennis/$key/aanpassen' })
  // What others change meanwhile is told when it is kept, and takes away nothing that was typed.
  const query = useQuery({ ...itemQuery(key), refetchOnWindowFocus: false })
  const back = (
    <Link to="/kennis" search={{}}>
      {text.back}
    </Link>
  )
  return (
    <>
      <PageHeader title={text.editTitle} intro={text.editIntro} back={back} />
      <PageState query={query} isEmpty={({ own }) => own === null} empty={null}>
        {({ item, own }) =>
          own !== null && <ItemForm id={own.id} before={item} from={own.from} revision={own.revision} />
        }
      </PageState>
    </>
  )
}
