import { SENTENCES } from './sentences.ts';

/** What may be missing from a conversation, by language: parts of expressions, to be read without regard to case. */
const MEDIA: Readonly<Record<string, string>> = {
  en: 'images?|photos?|pictures?|videos?|video note|audio|voice message|sticker|GIF|document|file|media|contact card|location',
  de: 'Bild|Foto|Video|Videonachricht|Videonotiz|Audio|Audiodatei|Sprachnachricht|Sticker|GIF|Dokument|Datei|Medien|Kontaktkarte|Standort',
  fr: 'image|photo|vidéo|note vidéo|audio|message vocal|sticker|autocollant|GIF|document|fichier|médias?|fiche contact|carte de contact',
  es: 'imagen|foto|v[ií]deo|nota de v[ií]deo|audio|mensaje de voz|sticker|GIF|documento|archivo|multimedia|tarjeta de contacto|ubicación',
  it: 'immagine|foto|video|nota video|audio|messaggio vocale|sticker|adesivo|GIF|documento|file|media|scheda contatto|posizione',
  pt: 'imagem|foto|vídeo|nota de vídeo|recado de vídeo|áudio|mensagem de voz|figurinha|sticker|autocolante|GIF|documento|arquivo|ficheiro|mídia|cartão d[oe] contat?to',
  nl: 'afbeelding|foto|video|videonotitie|audio|spraakbericht|sticker|GIF|document|bestand|media|contactkaart',
  ru: 'изображение|фото|фотография|видео|видеосообщение|аудио|аудиофайл|голосовое сообщение|стикер|GIF|документ|файл|медиафайл|карточка контакта',
  uk: 'зображення|фото|світлина|відео|відеоповідомлення|аудіо|голосове повідомлення|стікер|наліпка|GIF|документ|файл|медіафайл|картка контакту',
  pl: 'obraz|zdjęcie|film|wideo|dźwięk|audio|wiadomość głosow[aą]|naklejk[aę]|GIF|dokument|plik|multimedia|wizytówk[aę]|kart[aę] kontaktu',
  tr: 'görüntü|resim|fotoğraf|video|video notu|ses|sesli mesaj|çıkartma|GIF|belge|dosya|medya|kişi kartı',
  ar: 'الصورة|صورة|الفيديو|فيديو|الصوت|المقطع الصوتي|الرسالة الصوتية|الملصق|GIF|المستند|الملف|الوسائط|بطاقة جهة الاتصال',
  he: 'תמונה|סרטון|סרטון וידאו|וידאו|שמע|הודעה קולית|מדבקה|סטיקר|GIF|מסמך|קובץ|המדיה|מדיה|כרטיס איש קשר',
  hi: 'चित्र|इमेज|फ़ोटो|वीडियो|ऑडियो|वॉइस मैसेज|स्टिकर|GIF|दस्तावेज़|डॉक्यूमेंट|फ़ाइल|मीडिया|संपर्क कार्ड',
  zh: '图像|图片|照片|视频|视频留言|音频|语音|语音消息|贴图|表情|动图|文档|文件|多媒体|联系人卡片|名片|圖像|圖片|影片|視訊|音訊|語音|語音訊息|貼圖|檔案|多媒體|聯絡人卡片|GIF',
  ja: '画像|写真|動画|ビデオ|音声|オーディオ|音声メッセージ|ボイスメッセージ|スタンプ|ステッカー|GIF|文書|ドキュメント|ファイル|メディア|連絡先カード|連絡先',
  ko: '이미지|사진|동영상|비디오|오디오|음성|음성 메시지|스티커|GIF|문서|파일|미디어|미디어 파일|연락처 카드',
  others:
    'bild|bilde|billede|foto|video|videoklip|ljud|lyd|audio|dekal|klistermærke|klistremerke|sticker|GIF|dokument|fil|soubor|obrázek|fotka|zvuk|nálepka|media|medier|kontaktkort|kuva|kép|videó|hang|fotó|imagine|fișier|imatge|slika|slike|datoteka|hình ảnh|ảnh|gambar|berkas|изображение|видео',
};

/** What stands for something that is missing, without brackets: beside its kind, in one language. */
export const missingOfAKind = (): string =>
  Object.entries(MEDIA)
    .map(([language, media]) => [`(?:${media})`, `(?:${SENTENCES[language].omitted})`])
    .map(([media, omitted]) => `${media} ?${omitted}|${omitted} ${media}`)
    .join('|');

/** The same with nothing beside it: programs put it in brackets. */
export const ofAnyKind = (): string => Object.values(MEDIA).join('|');
