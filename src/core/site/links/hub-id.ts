const HUB_ID = /^(?!\.+\/)[\w.-]{1,96}\/(?!\.+$)[\w.-]{1,96}$/

/** Whether a text is an id of the hub: an owner and a name, neither of which climbs out of it. */
export const isHubId = (text: string): boolean => HUB_ID.test(text)
