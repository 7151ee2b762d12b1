import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** `8 May 2017`, for a day like `2017-05-08`. */
export function dateInWords(day: string): string {
  return dayjs.utc(day).format('D MMMM YYYY');
}
