/** An iPad asks for desktop sites and says it is a Mac; no Mac has a touch screen. */
export const isIos = ({ userAgent, maxTouchPoints }: Navigator): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
