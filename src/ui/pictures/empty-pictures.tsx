import { useMedia } from '../primitives/use-media'
import { AddWays } from './add-ways'
import { EmptyIllustration } from './empty-illustration'
import { words } from './words'

/** The middle before there is a picture: a place to drop, and every other way in. */
export const EmptyPictures = () => {
  const touch = useMedia('(pointer: coarse)')
  return (
    <div className="flex h-full min-h-full p-3">
      <div className="scroll-y flex flex-1 rounded-[16px] border-[1.5px] border-dashed border-control/60">
        <div className="m-auto flex max-w-3xl flex-col items-center px-5 py-8 text-center">
          <EmptyIllustration />
          <h3 className="pt-6 text-20 font-semibold tracking-[-0.014em] text-balance">
            {(touch ? words.emptyTitleTouch : words.emptyTitle).map((sentence) => (
              <span key={sentence} className="inline-block whitespace-pre-wrap">
                {`${sentence} `}
              </span>
            ))}
          </h3>
          <p className="max-w-sm pt-2 pb-6 text-14 text-pretty text-muted">{words.emptyText}</p>
          <AddWays />
        </div>
      </div>
    </div>
  )
}
