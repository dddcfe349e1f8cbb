import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useMatches } from '@tanstack/react-router'
import type { Me } from '@weerklank/core/access/access.contract'
import { useEffect } from 'react'
import { meQuery } from '../access/access.queries.ts'
import { MeContext } from '../access/access.ts'
import { NoContentPage } from '../access/NoContentPage.tsx'
import { listenForChanges } from '../api/events.ts'
import { NotMinePage } from './NotMinePage.tsx'
import { Shell } from './Shell.tsx'

/** The frame round all pages of members. Whoever may not see content gets no live events. */
export function MemberPages() {
  const { data: me } = useQuery(meQuery)
  const queryClient = useQueryClient()
  const live = me?.mayWorkWithContent === true
  useEffect(() => (live ? listenForChanges(queryClient) : undefined), [live, queryClient])
  if (me === undefined) return null
  return (
    <MeContext value={me}>
      <Shell>
        <Page me={me} />
      </Shell>
    </MeContext>
  )
}

/** The page of the address, where it is hers. */
function Page({ me }: { me: Me }) {
  const room = useMatches({ select: (matches) => matches.at(-1)?.staticData.room })
  const isHers = room === undefined ? me.mayWorkWithContent : room === 'everyone' || me.rooms.includes(room)
  if (isHers) return <Outlet />
  return me.mayWorkWithContent ? <NotMinePage /> : <NoContentPage />
}
