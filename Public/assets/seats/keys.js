// @ts-check
/** @import {Room, Seat} from "./room.js" */

/** @type {Record<string, (room: Room, seat: Seat, control: boolean) => Seat>} */
const moves = {
  ArrowLeft: (room, seat) => room.beside(seat, -1),
  ArrowRight: (room, seat) => room.beside(seat, 1),
  ArrowUp: (room, seat) => room.behind(seat, -1),
  ArrowDown: (room, seat) => room.behind(seat, 1),
  PageUp: (room, seat) => room.behind(seat, -5),
  PageDown: (room, seat) => room.behind(seat, 5),
  Home: (room, seat, control) => (control ? room.first() : room.rowStart(seat)),
  End: (room, seat, control) => (control ? room.last() : room.rowEnd(seat)),
};

/**
 * The seat that a key leads to, as in the grid pattern of the ARIA practices: arrows by position, no way round the edge.
 * @param {KeyboardEvent} event
 * @param {Room} room
 * @param {Seat} seat the one that has the focus
 * @returns {Seat | undefined} nothing if the key is none of ours
 */
export function seatAfterKey(event, room, seat) {
  if (event.altKey || event.metaKey || event.shiftKey) return undefined;
  return moves[event.key]?.(room, seat, event.ctrlKey);
}
