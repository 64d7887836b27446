/** See `general-synonyms.ts` for how the lines are read. */
export const english = `
delete, remove, erase, clear, get rid of, throw away
uninstall, delete, remove, get rid of
cancel, end, terminate, stop, quit, call off
unsubscribe, cancel, opt out
close, deactivate, delete, shut down, close down
refund, reimburse, repay, money back, pay back
return, refund, send back, give back, bring back, take back
exchange, swap, replace, return
invoice, receipt, bill, proof of purchase, proof of payment
price, cost, fee, rate, how much
fee, charge, cost, commission, surcharge
pay, payment, checkout
buy, purchase, order
discount, coupon, voucher, promo, promotion, offer, money off
voucher, gift card, code
subscription, plan, membership, package, tier
trial, free, demo
upgrade, update, plan
downgrade, plan, reduce
renew, renewal, extend, prolong
expire, end, run out, ran out
ship, deliver, dispatch, send, post
shipping, delivery, shipment, postage
parcel, package, order, delivery, shipment
track, tracking, locate, where is my
arrive, deliver, receive, turn up, show up
late, delay, overdue, pending
missing, lost, disappear, vanish, gone
lost, lose, misplace, missing
stolen, theft, steal, lost, rob
broken, damage, defective, faulty, defect, crack
repair, fix, mend, service, warranty
warranty, guarantee, repair
fix, solve, resolve, troubleshoot
problem, issue, trouble, error, difficulty
error, fail, message, problem
fail, decline, reject, error, unsuccessful
decline, reject, refuse, deny, fail, turn down
freeze, crash, hang, stuck, unresponsive, stop responding
slow, performance, speed, lag, sluggish
login, signin, log in, sign in, log on, sign on
signup, register, registration, join, enroll, create, sign up
logout, signout, log out, sign out, log off, sign off
password, passcode, credentials
forgot, forget, forgotten > reset, recover, lost
recover, restore, retrieve, undelete, get back
backup, restore, copy, back up
pin, passcode, code
code, verification
verify, verification, confirm, validate, authenticate, prove
identity, verify, id, passport
2fa, authenticator, verification, two factor, two step, 2 step, second factor
lock, block, freeze, suspend
unlock, unblock, reactivate
locked > unlock, blocked
hack, compromise > security, unauthorized, fraud
fraud, scam, phishing, unauthorized, fake, suspicious
spam, junk, unwanted
privacy, gdpr, private, personal, data protection
profile, account
username, name, login, user name
member, user, teammate
colleague, coworker, teammate, employee > member, user
team, group, organization, company, workspace
company, business, organization, firm
admin, administrator, owner, manager
role, permission, access
permission, access, allow
invite, add, invitation
add, create, insert, include
create, make, set up
setup, configure, install, set up
configure, settings, adjust, setup, set up
install, download, setup
download, install, save, export
change, edit, modify, update, alter, amend, switch
move, transfer, migrate, relocate
rename > name, change
setting, preference, option, configuration
option, choice, setting
choose, select, pick
enable, activate, allow, start, turn on, switch on
disable, deactivate, stop, turn off, switch off
show, display, view, see
hide, hidden, conceal
find, search, locate, look for, looking for
share, send, collaborate
transfer, send, move
receive, arrive
connect, link, pair, join, hook up
disconnect, unlink, connection, drop
sync, synchronize, update
import, upload, export, move
upload, attach, import, add
attachment, attach, file, upload
save, store, keep
copy, duplicate, clone
print, printer, printing
scan, scanner
picture, photo, image, pic
video, movie, film, clip
sound, audio, volume, noise, hear
music, song, audio
loud, quiet > volume
mute, silence, sound
speaker, sound, audio
headphone, headset, earphone, earbud
microphone, mic
camera, webcam
screen, display, monitor
brightness, bright, dim, dark
pointer, mouse, cursor
touchpad, trackpad
computer, pc, laptop, desktop, notebook, machine
phone, mobile, smartphone, cell, telephone
tablet, ipad
app, application, program, software
browser > chrome, firefox, safari
folder, directory
file, document
disk, drive, storage
usb > drive, stick
stick > drive, usb, flash
storage, space, capacity, memory, disk
full > storage, space, limit, capacity
wifi, wireless, internet, network
internet, network, connection, online
connection, connect, network
offline > disconnect, connection
website, site, web, page
link, url, address
domain, url, address, website
email, mail, message
message, text, chat, email
notification, alert, notify, reminder
newsletter, email, marketing
contact, reach, get hold of, get in touch, talk to, speak to, speak with, talk with, call you
support, help, contact, customer service
agent, human > support, contact
complain, complaint, dispute, feedback
dispute, chargeback, contest
language, translate, translation
address, location, street
abroad, international, foreign, overseas, country
country, region, abroad
holiday, vacation, trip > travel, abroad
travel, trip, abroad
book, booking, reserve, reservation
reschedule, postpone > change, move
appointment, booking, meeting
calendar, schedule, event
duration, how long > time, long
limit, maximum, max, restriction, cap
minimum, min, limit
child, kid, minor
card > debit, credit
cash, money, atm, withdraw
withdraw, cash, withdrawal, take out, get out
money, balance, fund, cash
deposit, topup, add, pay in, top up
topup, add, top up
salary, wage, paycheck, income
currency, exchange, convert
convert, exchange, change
tax, vat
statement, history, transaction
history, previous, log, activity
transaction, payment, transfer
twice, double, duplicate, two times
wrong, incorrect, mistake, error
replace, replacement, exchange, substitute
spare, extra, additional
compatible, support, work with, works with
compare, difference, versus, vs
feature, function
start, launch, open, begin, run
boot, startup, start
restart, reboot, reset
shutdown, shut down, power off
sleep, suspend, standby
battery, charge, power
power, electricity, battery
size, resize, scale
bigger, larger, enlarge, zoom, magnify > size, zoom, large
smaller > size, small, zoom
font, text, typeface
color, colour, theme
theme, appearance, background
wallpaper, background
shortcut, hotkey, keyboard
accessibility, disability
blind > screen, reader, accessibility
job, career, vacancy
gift, present, voucher
student, school, education, teacher
reseller, distributor, partner
bulk, wholesale, quantity
stock, available, availability, sold out
amex, visa, mastercard, american express > credit, card, payment
`;
