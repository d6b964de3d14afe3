import { useAppState } from '../ui-context'

/** As many rows as there will be, in their final size. */
export const RankSkeleton = ({ busy }: { readonly busy: boolean }) => {
  const count = useAppState(({ tags }) => Math.min(12, tags.present.length))
  return (
    <div aria-hidden className="px-4 pt-6 pb-2">
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="py-1.5">
          <div className="flex h-[20.3px] items-center">
            <div
              className={busy ? 'h-2.5 animate-breathe rounded-full bg-track' : 'h-2.5 rounded-full bg-track'}
              style={{ width: `${[34, 46, 28, 52, 38][i % 5]}%` }}
            />
          </div>
          <div className="mt-1 h-2 rounded-full bg-track" />
        </div>
      ))}
    </div>
  )
}
