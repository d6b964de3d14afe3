import { useMemo } from 'react'
import { useAppState } from '../../../context/ui-context'

/** A class as it is named now. */
interface NamedClass {
  readonly id: string
  readonly text: string
  readonly hue: number
}

/** The classes of the head that answers, in its order; a tag that is gone meanwhile has no name. */
export const useClasses = (): readonly NamedClass[] => {
  const ids = useAppState(({ own }) => own?.classIds)
  const tags = useAppState((state) => state.tags)
  return useMemo(() => {
    const byId = new Map(tags.map((tag) => [tag.id, tag]))
    return (ids ?? []).map((id) => ({ id, text: byId.get(id)?.text ?? '', hue: byId.get(id)?.hue ?? 0 }))
  }, [ids, tags])
}
