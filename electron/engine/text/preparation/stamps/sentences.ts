/** What chat programs write in a person's place, by language: parts of expressions, to be read without regard to case. */
interface Sentences {
  /** behind the kind of what is missing, or before it */
  readonly omitted?: string;
  /** of a message that was taken back, by somebody else or oneself, without its stop */
  readonly deleted?: string;
  /** within < >, behind a message that was changed */
  readonly edited?: string;
  /** the same within ( ), as Slack and Discord show it */
  readonly changed?: string;
  /** how a call is told that nobody took; how one that was held, with # for its length */
  readonly call?: string;
  readonly held?: string;
  /** behind the name of a file */
  readonly attached?: string;
  /** before an address of a map, a question */
  readonly place?: string;
  readonly poll?: string;
}

export const SENTENCES: Readonly<Record<string, Sentences>> = {
  en: {
    omitted: 'omitted',
    deleted:
      '(?:This message was deleted|You deleted this message|This message was deleted by admin .{1,60}|This message has been (?:removed|deleted)|.{1,40} unsent a message|You unsent a message)',
    edited: 'This message was edited',
    changed: 'edited',
    call: '(?:Missed (?:voice|video|group) ?(?:voice |video )?call)',
    held: '(?:Voice|Video) call, (?:#|No answer)',
    attached: '(?:file )?attached',
    place: 'location|live location shared',
    poll: 'poll',
  },
  de: {
    omitted: 'weggelassen|ausgeschlossen|ausgelassen',
    deleted: '(?:Diese Nachricht wurde gelöscht|Du hast diese Nachricht gelöscht)',
    edited: 'Diese Nachricht wurde bearbeitet',
    changed: 'bearbeitet',
    call: '(?:Verpasster (?:Sprach|Video|Gruppen)\\p{L}*anruf)',
    held: '(?:Sprach|Video)anruf, (?:#|Keine Antwort)',
    attached: 'Datei angehängt|Anhang',
    place: 'Standort|Live-Standort wird geteilt',
    poll: 'umfrage',
  },
  fr: {
    omitted: 'absente?s?|omis(?:es?)?',
    deleted: '(?:Ce message a été supprimé|Vous avez supprimé ce message|Tu as supprimé ce message)',
    edited: 'Ce message a été modifié',
    changed: 'modifié',
    call: '(?:Appel (?:vocal|vidéo)(?: de groupe)? manqué)',
    held: 'Appel (?:vocal|vidéo), (?:#|Pas de réponse|Sans réponse)',
    attached: 'fichier joint|pièce jointe',
    place: 'localisation',
    poll: 'sondage',
  },
  es: {
    omitted: 'omitid[oa]s?',
    deleted:
      '(?:Se eliminó este mensaje|Este mensaje fue eliminado|Eliminaste este mensaje|Eliminó este mensaje|Se ha eliminado este mensaje)',
    edited: '(?:Se editó este mensaje|Este mensaje fue editado|Se ha editado este mensaje)',
    changed: 'editado',
    call: '(?:(?:Llamada|Videollamada)(?: de voz)? perdida)',
    held: '(?:Llamada|Videollamada)(?: de voz)?, (?:#|Sin respuesta)',
    attached: 'archivo adjunto|adjunto',
    place: 'ubicación',
    poll: 'encuesta',
  },
  it: {
    omitted: 'omess[oaie]',
    deleted: '(?:Questo messaggio è stato eliminato|Hai eliminato questo messaggio)',
    edited: 'Questo messaggio è stato modificato',
    changed: 'modificato',
    call: '(?:(?:Chiamata|Videochiamata)(?: vocale)? persa)',
    held: '(?:Chiamata vocale|Videochiamata), (?:#|Nessuna risposta)',
    attached: 'file allegato|allegato',
    place: 'posizione',
    poll: 'sondaggio',
  },
  pt: {
    omitted: 'omitid[oa]s?|ocult(?:ad)?[oa]s?',
    deleted: '(?:(?:Esta )?mensagem (?:foi )?apagada|Você apagou esta mensagem|Apagaste esta mensagem)',
    edited: '(?:Esta )?mensagem (?:foi )?editada',
    changed: 'editado',
    call: '(?:(?:Ligação|Chamada)(?: de (?:voz|vídeo))? (?:perdida|não atendida))',
    held: '(?:Ligação|Chamada) de (?:voz|vídeo), (?:#|Não atendida|Sem resposta)',
    attached: 'arquivo anexado|ficheiro anexado|anexo',
    place: 'localização',
    poll: 'enquete|sondagem',
  },
  nl: {
    omitted: 'weggelaten',
    deleted: '(?:Dit bericht is verwijderd|Je hebt dit bericht verwijderd|U hebt dit bericht verwijderd)',
    edited: 'Dit bericht is bewerkt',
    changed: 'bewerkt',
    call: '(?:Gemiste (?:spraak|video|groeps)\\p{L}*oproep)',
    held: '(?:Spraak|Video)oproep, (?:#|Geen antwoord)',
    attached: 'bestand bijgevoegd|bijlage',
    place: 'locatie',
    poll: 'peiling',
  },
  ru: {
    omitted: 'отсутствует|пропущено|без медиафайлов',
    deleted: '(?:(?:Данное|Это) сообщение удалено|Вы удалили (?:данное|это) сообщение)',
    edited: 'Сообщение изменено',
    changed: 'изменено',
    call: '(?:Пропущенный (?:аудио|видео)\\p{L}*)',
    held: '(?:Аудио|Видео)звонок, (?:#|Нет ответа)',
    attached: 'файл добавлен',
    place: 'местоположение|геолокация',
    poll: 'опрос',
  },
  uk: {
    omitted: 'пропущено|вилучено|без медіа(?:файлів)?',
    deleted: '(?:(?:Це )?повідомлення (?:було )?видалено|Ви видалили це повідомлення)',
    edited: '(?:Це )?повідомлення (?:було )?(?:змінено|відредаговано)',
    call: '(?:Пропущений (?:голосовий|відео|груповий)\\p{L}*(?: (?:виклик|дзвінок))?)',
    attached: 'файл додано',
    place: 'місцезнаходження|розташування',
    poll: 'опитування',
  },
  pl: {
    omitted: 'pominięt\\p{L}+',
    deleted: '(?:Ta wiadomość została usunięta|Ta wiadomość została skasowana|Usunięto tę wiadomość)',
    edited: 'Ta wiadomość została edytowana',
    call: '(?:Nieodebrane połączenie(?: (?:głosowe|wideo|grupowe)){0,2})',
    held: 'Połączenie (?:głosowe|wideo), (?:#|Brak odpowiedzi)',
    attached: 'plik załączony|załącznik',
    place: 'lokalizacja',
    poll: 'ankieta',
  },
  tr: {
    omitted: 'dahil edilmedi',
    deleted: '(?:Bu mesaj silindi|Bu mesajı sildiniz)',
    edited: 'Bu mesaj düzenlendi',
    call: '(?:Cevapsız (?:sesli|görüntülü)(?: grup)? arama)',
    held: '(?:Sesli|Görüntülü) arama, (?:#|Yanıt yok)',
    attached: 'dosya ekli|ekli dosya',
    place: 'konum',
    poll: 'anket',
  },
  ar: {
    omitted: 'بدون الوسائط|تم استبعاد.{0,12}',
    deleted: '(?:تم حذف هذه الرسالة|لقد حذفت هذه الرسالة|حذفت هذه الرسالة)',
    edited: 'تم تعديل هذه الرسالة',
    call: 'مكالمة (?:صوتية|فيديو)(?: جماعية)? فائتة',
    attached: 'الملف مرفق',
    place: 'الموقع',
    poll: 'استطلاع',
  },
  he: {
    omitted: 'לא נכלל[הו]?|הושמט[הו]?',
    deleted: '(?:הודעה זו נמחקה|מחקת את ההודעה הזו|מחקת הודעה זו)',
    edited: 'הודעה זו נערכה',
    call: 'שיח[הת] (?:קולית|וידאו|טלפון) שלא נענתה',
    attached: 'קובץ מצורף|הקובץ צורף',
    place: 'מיקום',
    poll: 'סקר',
  },
  hi: {
    omitted: 'के बिना|शामिल नहीं|छोड़ा गया|छोड़ी गई',
    deleted:
      '(?:यह मैसेज हटा दिया गया(?: है)?|आपने यह मैसेज हटा दिया(?: है)?|यह मैसेज डिलीट कर दिया गया(?: है)?|आपने यह मैसेज डिलीट कर दिया(?: है)?)',
    edited: 'यह मैसेज एडिट किया गया(?: है)?',
    call: 'मिस्ड (?:वॉइस|वीडियो) कॉल',
    attached: 'फ़ाइल संलग्न',
    place: 'लोकेशन',
    poll: 'पोल',
  },
  zh: {
    omitted: '已忽略|已省略|省略多媒体文件|省略多媒體檔案',
    deleted:
      '(?:此消息已(?:被)?删除|这条消息已删除|您已删除此消息|你已删除此消息|(?:此|這則)訊息已(?:被)?刪除|您已刪除此訊息|.{1,20}撤回了一条消息|.{1,20}已收回訊息)',
    edited: '此消息已编辑|此訊息已編輯',
    changed: '已编辑|已編輯',
    call: '(?:未接(?:语音|視訊|语音视频|视频|語音)?(?:通话|通話|来电|來電))',
    held: '(?:语音|视频|語音|視訊)通[话話][，,] ?(?:#|无应答|無回應)',
    attached: '附件|文件附件|檔案附件',
    place: '位置',
    poll: '投票',
  },
  ja: {
    omitted: 'は省略されました|メディアは含まれていません',
    deleted: '(?:このメッセージは削除されました|このメッセージを削除しました|.{0,20}メッセージの送信を取り消しました)',
    edited: 'このメッセージは編集されました',
    changed: '編集済み',
    call: '(?:不在着信)',
    held: '(?:音声|ビデオ)通話[、,] ?(?:#|応答なし)',
    attached: '添付ファイル',
    place: '位置情報',
    poll: 'アンケート',
  },
  ko: {
    omitted: '생략(?:됨|된)?|미디어 파일 생략|다음 사진|제외(?:됨|된|한)?.{0,8}',
    deleted:
      '(?:이 메시지는 삭제되었습니다|삭제된 메시지입니다|메시지가 삭제되었습니다|이 메시지를 삭제했습니다|.{1,20}메시지를 취소했습니다)',
    edited: '이 메시지는 수정되었습니다',
    changed: '수정됨',
    call: '부재중(?: ?(?:음성|영상|그룹|전화|통화)){0,3}',
    held: '(?:음성|영상) 통화, (?:#|응답 없음)|(?:보이스|페이스)톡 (?:해요|취소|부재중|#)',
    attached: '파일 첨부됨',
    place: '위치',
    poll: '투표',
  },
  others: {
    omitted:
      'utelämna\\p{L}+|udelad\\p{L}+|utelat\\p{L}+|jätetty pois|vynechán\\p{L}*|elhagyva|kihagyva|omis[ăe]?|omes[oa]s?|omès|' +
      'izostavljen\\p{L}*|izpuščen\\p{L}*|välja jäetud|praleist\\p{L}*|izlaist\\p{L}*|не включено|пропущен\\p{L}*|пропуснат\\p{L}*|' +
      '(?:đã )?bị bỏ qua|tidak disertakan|hiányzó',
    deleted:
      '(?:Pesan ini (?:telah )?dihapus|Anda menghapus pesan ini|Tato zpráva byla (?:smazána|odstraněna)|Ezt az üzenetet törölték|Törölted ezt az üzenetet|Det här meddelandet (?:togs bort|har tagits bort)|Denne meldingen ble slettet|Denne besked blev slettet|Tämä viesti poistettiin|Acest mesaj a fost șters|Αυτό το μήνυμα διαγράφηκε|Tin nhắn này đã bị xóa|ข้อความนี้ถูกลบ(?:แล้ว)?|این پیام حذف شد)',
  },
};

/** Of every language what it says for one thing, as alternatives of an expression. */
export const inEveryLanguage = (thing: keyof Sentences): string =>
  Object.values(SENTENCES)
    .flatMap((sentences) => sentences[thing] ?? [])
    .join('|');
